"""The command line: parse, wire, show. No decisions."""
