// Stock Eleventy: Markdown without a template language in it, Nunjucks around it.
export default function (config) {
  config.setUseGitIgnore(false); // the site stands in a folder that is ignored
  config.addPassthroughCopy({ static: "/" });
  return {
    dir: { input: "content", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
