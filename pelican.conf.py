"""Settings of the site, no logic. `pelican -s pelican.conf.py` builds it into output/.

SITEURL, REPOSITORY_URL and OUTPUT_PATH can be given in the environment: this file cannot be
imported by another (its name has a dot), so there is only the one.
"""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "plugins"))

# Imported here and not found by name: Pelican goes on without a plugin that cannot be imported.
import inspection_digest  # noqa: E402

PLUGINS = [inspection_digest]

# The two addresses under .example are nobody's: give your own before you publish.
SITENAME = "Inspection Digest"
SITEURL = os.environ.get("SITEURL", "https://inspection-digest.example")
SITEDESCRIPTION = (
    "What an inspectorate's press release said, set beside what its report found. "
    "Every quotation is checked against its source, letter by letter."
)
REPOSITORY_URL = os.environ.get("REPOSITORY_URL", "https://git.example/inspection-digest")
REPOSITORY_BRANCH = "main"

# Nothing is loaded from elsewhere. Only the site's own script files run, and only where a page asks
# for one; "Check a quote" asks for the site's own texts. A preview lets the script run that reloads
# it: of two rules for scripts the first counts, and so of two for what they ask for.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
    + os.environ.get("PREVIEW_POLICY", "")
    + "; script-src 'self'; connect-src 'self'"
)

# How many processes make the pages: 0 is as many as there are processors.
PROCESSES = int(os.environ.get("PROCESSES", "0"))
TIMINGS = bool(os.environ.get("TIMINGS"))  # say where the time went

PATH = str(HERE / "content")
OUTPUT_PATH = os.environ.get("OUTPUT_PATH", str(HERE / "output"))
THEME = str(HERE / "theme")
THEME_STATIC_DIR = "theme"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
LOCALE = ["C.UTF-8", "C"]

# Prose: ordinary Pelican pages, and articles of commentary.
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_PATHS = ["articles"]
ARTICLE_URL = "commentary/{slug}/"
ARTICLE_SAVE_AS = "commentary/{slug}/index.html"
TYPOGRIFY = True
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.toc": {}},
    "output_format": "html5",
}

# Nothing of Pelican's own beside these; nothing cached; no file copied because a text says so.
DIRECT_TEMPLATES = []
ARCHIVES_SAVE_AS = CATEGORIES_SAVE_AS = TAGS_SAVE_AS = AUTHORS_SAVE_AS = ""
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS = []
INTRASITE_LINK_REGEX = "(?!)"
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
RELATIVE_URLS = False
