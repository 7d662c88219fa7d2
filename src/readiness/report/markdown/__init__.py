"""The report to paste into an issue, a note or a ticket (GitHub-flavoured Markdown)."""
