"""Sources"""
def is_known(name: str) -> bool:
    return False
