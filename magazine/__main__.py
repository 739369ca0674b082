"""``python -m magazine``: the command line."""

from magazine.cli.app import main

if __name__ == "__main__":
    main()
