"""Every number of the method by name, as the rules read it.

The values, with their units, tags, sources and limits, stand in `si_joint.toml`: the number
`ache-flare` there is `ache_flare` here. Nothing in `rules` holds a number of its own.
"""

from __future__ import annotations

from underbar.frozen import frozen


@frozen
class Numbers:
    """The parameters in force on a day. Units are in the names' comments and in the document."""

    # 1-2: what counts, what a day is
    timely_after_waking: float  # hours
    timely_until: float  # hours after midnight, where waking is not given
    day_start: float  # hours after midnight
    # 3: signals
    background_mornings: float
    background_days: float
    background_minimum: float  # mornings
    background_after_bar: float  # days
    background_after_injection: float  # days
    quiet_ache: float
    quiet_above_background: float
    medicine_steady_days: float
    # 4: screens
    rescreen_days: float
    screen_injection_days: tuple[float, ...]  # days after an injection
    injection_climb_first: float  # day compared with
    injection_climb_from: float  # days after an injection
    injection_climb_to: float
    injection_climb: float  # ache points
    injection_ache_high: float
    pregnancy_release_weeks: float
    ill_free_mornings: float
    # 5: the zone
    flare_ache: float
    flare_above_background: float
    flare_pain: float
    back_off_pain: float  # above this
    back_off_ache: float
    back_off_second_ache: float
    hold_second_ache: float  # on the second morning, and today
    go_pain: float
    go_pain_background: float
    go_ache: float
    background_mode_limit: float
    background_rise_days: float
    background_offer_holds: float
    background_offer_sessions: float
    # 6: the next load
    stalled_holds: float
    stalled_factor: float  # percent
    back_off_factor: float  # percent
    back_off_again_factor: float  # percent
    ceiling_days: float
    ceiling_percent: float
    dose_sets: float
    dose_reps: float
    effort_first: float
    effort_later: float
    effort_weeks: float
    hinge_gap: float  # days
    hinge_per_week: float
    squat_gap: float  # days
    raise_gap: float  # days
    raise_after_go: float  # go sessions before a harder variation is offered
    half_step_age: float  # years
    recent_training_days: float
    warmup_middle_percent: float
    warmup_last_percent: float
    warmup_reps: float
    warmup_last_reps: float
    not_ready_background: float
    not_ready_bridge: float  # level
    not_ready_leg_raise: float
    not_ready_injection_days: float
    not_ready_days: float
    not_ready_done: float
    no_maxing_percent: float
    no_maxing_weeks: float
    no_maxing_go: float
    no_maxing_injection_weeks: float
    # 7: daily work
    release_seconds: float
    release_first_seconds: float
    release_build_days: float
    release_discomfort: float
    release_injection_days: float
    release_lapsed_missed: float
    release_lapsed_days: float
    stability_up_exposures: float
    stability_up_pain: float
    stability_down_back_off: float  # levels
    stability_down_flare: float  # levels
    copenhagen_per_week_first: float
    copenhagen_per_week_later: float
    copenhagen_later_weeks: float
    copenhagen_long_lever: float  # level from which `copenhagen_long_exposures` count
    copenhagen_long_exposures: float
    copenhagen_long_days: float
    carry_per_week: float
    carry_cap: float  # kg
    carry_cap_older: float  # kg
    older_age: float  # years
    keep_per_week: float
    side_difference: float  # percent
    side_difference_tests: float
    # 8: the treatment course
    injection_spacing_weeks: float
    injection_expected_first: float  # days
    injection_expected_last: float
    injection_review_from: float  # days after the first injection
    injection_review_to: float
    injection_review_mornings: float
    injection_review_percent: float
    injection_review_ache: float
    steroid_no_bar_to: float  # day
    steroid_no_raise_to: float  # day
    # 9: sleep
    short_sleep: float  # hours
    sleep_debt_mean: float  # hours
    sleep_debt_below: float  # minutes
    sleep_debt_nights: float
    sleep_debt_days: float
    sleep_median_days: float
    sleep_median_nights: float
    sleep_debt_factor: float  # percent
    sleep_debt_most: float  # days
    sleep_debt_window: float  # days
    sleep_difference: float  # hours
    # 10: flare
    flare_no_bar_days: float
    flare_hinge_percent: float
    flare_short_days: float
    flare_return_short: float  # percent
    flare_return_long: float  # percent
    flare_quiet_mornings: float
    flare_refer_days: float
    flare_hold_days: float
    flare_hold_count: float
    flare_hold_window: float  # days
    # 11: whispers
    whisper_signs: float
    whisper_stiff_mornings: float
    whisper_ache: float
    whisper_ache_mornings: float
    whisper_window: float  # mornings
    whisper_sleep: float  # hours
    whisper_sleep_nights: float
    whisper_over_days: float
    # 12: time away and the guards
    layoff_free_days: float
    layoff_short_days: float
    layoff_short_factor: float  # percent
    layoff_middle_days: float
    layoff_middle_factor: float  # percent
    layoff_long_days: float
    layoff_long_factor: float  # percent
    not_improving_weeks: float
    not_improving_percent: float
    not_improving_ache: float
    nothing_logged_days: float
    sitting_hours: float
    walk_minutes: float
    flare_walks: float
    flare_walk_minutes: float
