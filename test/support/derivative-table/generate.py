#!/usr/bin/python3
"""Writes the tables the derivatives of the core are checked against: functions.tsv and expressions.tsv.

    apt-get install python3-mpmath python3-sympy
    /usr/bin/python3 test/support/derivative-table/generate.py

Nothing here knows the program: functions are those of mpmath or written down once more in functions.py, expressions are
written by hand for sympy in expressions.py, beside the formula as a user types it. Every run gives the same files.

A line is: formula, point (its coordinates x, y), f, first derivatives, second derivatives (in x, or in xx, xy, yy), the
last three with 40 digits; `nan` where there is no derivative. Coordinates are the doubles that are written.
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True

import expressions
import functions

here = Path(__file__).parent


def write(name, lines):
    (here / name).write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    sys.set_int_max_str_digits(0)
    write("functions.tsv", functions.lines())
    write("expressions.tsv", expressions.lines())
