"""The shipped examples: invented reports of an invented incident, and their gold.

Two bombings on one morning, told by six reports that disagree, beside a warehouse
fire in the same week and a rugby match. Outlets, groups and people are invented.
"""
