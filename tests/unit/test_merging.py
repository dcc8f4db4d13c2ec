"""Three versions of one audit: every way in which they can be alike or differ."""

from itertools import product

from audit_desk.domain.merging import Verdict, verdict


def test_every_way_in_which_three_versions_can_differ() -> None:
    for base, ours, theirs in product(("a", "b", "c", ""), ("a", "b", "c"), ("a", "b", "c")):
        found = verdict(base, ours, theirs)
        we_went_on, they_went_on = ours != base, theirs != base
        if ours == theirs:
            assert found is Verdict.SAME
        else:
            assert (
                found
                is {
                    (False, True): Verdict.TAKEN,
                    (True, False): Verdict.NOTHING_NEW,
                    (True, True): Verdict.CONFLICT,
                }[we_went_on, they_went_on]
            )


def test_what_the_register_says_is_replaced_only_where_it_did_not_go_on() -> None:
    for base, ours, theirs in product("abc", repeat=3):
        if verdict(base, ours, theirs) is Verdict.TAKEN:
            assert ours == base
        assert verdict("", ours, theirs) in {Verdict.SAME, Verdict.CONFLICT}
