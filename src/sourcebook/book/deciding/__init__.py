"""People's decisions: which stand, what they point to, and how they are applied.

One direction: decisions on claims between extracting and linking, decisions on links
while linking, decisions on estimates and contradictions after reconciling.
"""
