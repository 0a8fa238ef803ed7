"""``python -m sourcebook``: the command line."""

from sourcebook.cli import main

if __name__ == "__main__":
    main(prog_name="sourcebook")
