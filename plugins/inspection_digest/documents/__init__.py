"""Documents from anywhere, read to source text: fetched, limited, sandboxed, cached."""
