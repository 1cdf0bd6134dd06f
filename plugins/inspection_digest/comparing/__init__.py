"""Two states of the record set side by side, for the person who reads a proposed change."""
