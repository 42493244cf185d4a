"""Configuration of the documentation site; ``scripts/build_docs.py`` builds it."""

import re
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx.search.en import SearchEnglish

import govsite_rules

project = "govsite-rules"
version = release = govsite_rules.__version__
language = "en"
extensions = ["myst_nb"]
exclude_patterns = ["integrations/*.md"]
html_theme = "furo"
html_title = f"govsite-rules {version}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_search_language = "mixed"
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
myst_links_external_new_tab = False
nb_execution_mode = "off"


class Mixed(SearchEnglish):
    """English words by their stems, Chinese text by pairs of characters, in the index and in what readers type."""

    lang = "mixed"
    language_name = "English"
    js_splitter_code = """
function splitQuery(query) {
  const words = [];
  for (const run of query.match(/[\\u4e00-\\u9fff]+|[a-zA-Z0-9_\\u00c0-\\u024f]+/g) || []) {
    if (run.length < 3 || run.charCodeAt(0) < 0x4e00) words.push(run);
    else for (let i = 0; i + 1 < run.length; i++) words.push(run.slice(i, i + 2));
  }
  return words;
}
"""
    runs = re.compile(r"[\u4e00-\u9fff]+|[a-zA-Z0-9_\u00c0-\u024f]+")

    def split(self, input: str) -> list[str]:
        words = []
        for run in self.runs.findall(input):
            words += [run[place : place + 2] for place in range(len(run) - 1)] if run[0] >= "\u4e00" and len(run) > 2 else [run]
        return words


def setup(app: Any) -> None:
    app.add_search_language(Mixed)
    app.add_lexer("csv", TextLexer)
