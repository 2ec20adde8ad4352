def show(*a):
    pass


def mode(*a):
    pass


def units(*a):
    pass
