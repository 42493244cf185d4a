"""No deadlines: how long one example takes says more about the machine than about the code."""

from hypothesis import settings

settings.register_profile("tests", deadline=None)
if settings.get_profile("default").deadline == settings().deadline:  # not where a script chose its own profile
    settings.load_profile("tests")
