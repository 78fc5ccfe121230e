"""The texts in English: key -> (subject, body)."""

ENGLISH: dict[str, tuple[str, str]] = {
    "user.welcome": (
        "Welcome to Lapa",
        "Good to have you here. Add your dog or set up your walker profile: {{ link }}",
    ),
    "code.verify": (
        "{{ code }} is your Lapa code",
        (
            "Your confirmation code is {{ code }}. It works for {{ minutes }} min. "
            "If you did not ask for it, ignore this message."
        ),
    ),
    "code.reset": (
        "{{ code }} resets your Lapa password",
        (
            "Your code for a new password is {{ code }}. It works for {{ minutes }} min. "
            "If you did not ask for it, ignore this message."
        ),
    ),
    "code.otp": (
        "{{ code }} is your Lapa sign-in code",
        "Your sign-in code is {{ code }}. It works for {{ minutes }} min. Never tell it to anybody.",
    ),
    "code.new_device": (
        "Sign-in from a new device",
        (
            "Somebody signs in to your account from a new device. If it is you, "
            "the code is {{ code }}; it works for {{ minutes }} min. If not, change your password."
        ),
    ),
    "session.new_device": (
        "A new sign-in to your account",
        (
            "{{ when }}{% if device %}, {{ device }}{% endif %}{% if country %}, {{ country }}{% endif %}. "
            "If it was not you, sign that device out and change your password: {{ link }}"
        ),
    ),
    "offer.made": (
        "A walk for {{ earnings }}",
        "{{ pets }}, {{ when }}. Answer by {{ until }}.",
    ),
    "order.search_again": (
        "We are looking for another walker",
        "Your walker cannot come. We are looking for another one for {{ pets }}, {{ when }}.",
    ),
    "order.assigned": (
        "A walker is found",
        "{{ pets }} will be walked on {{ when }}. You can write to the walker in the chat: {{ link }}",
    ),
    "order.assigned.walker": (
        "The walk is yours",
        "{{ pets }}, {{ when }}. You can write to the owner in the chat: {{ link }}",
    ),
    "order.unassigned": (
        "You are no longer on this walk",
        "The walk with {{ pets }} on {{ when }} is with you no more.",
    ),
    "order.rescheduled": (
        "The walk has a new time",
        "{{ pets }}: {{ when }} instead of {{ before }}. {{ link }}",
    ),
    "series.occurrence_failed": (
        "A walk of your series could not be booked",
        "The walk on {{ when }} will not take place; the others stay. {{ link }}",
    ),
    "series.paused": (
        "A series of walks is paused",
        "Its dog is in the archive. Resume the series when you want walks again: {{ link }}",
    ),
    "substitute.asked": (
        "A client would have you as a substitute",
        "You have walked for him before. Agree, and you may be asked when his walker cannot come: {{ link }}",
    ),
    "substitute.consented": (
        "A substitute has agreed",
        "When your walker cannot come, he may be asked: {{ link }}",
    ),
    "substitute.declined": (
        "A substitute is not available",
        "He does not want to be asked when your walker cannot come: {{ link }}",
    ),
    "order.reminder": (
        "A walk in {{ hours }} h",
        "{{ pets }}, {{ when }}. {{ link }}",
    ),
    "order.en_route": ("Your walker is on the way", "He is coming for {{ pets }}."),
    "order.delayed": (
        "Your walker is running late",
        "He will come for {{ pets }} at {{ until }}, {{ minutes }} min late. {{ link }}",
    ),
    "order.started": ("The walk has begun", "Watch {{ pets }} live: {{ link }}"),
    "order.pets_dropped_off": ("Home again", "{{ pets }} came home before the others. {{ link }}"),
    "order.extension_proposed": (
        "{{ minutes }} min more?",
        "{{ pets }}: the walk would be longer, for {{ amount }}. Answer by {{ until }}: {{ link }}",
    ),
    "order.extended": (
        "The walk is {{ minutes }} min longer",
        "Both sides have agreed. {{ pets }}: {{ link }}",
    ),
    "order.completed": ("The walk is over", "{{ pets }} had a walk. The report is on its way."),
    "report.ready": (
        "The report of the walk is ready",
        "{{ pets }}: {{ minutes }} min{% if distance_m %}, {{ distance_m }} m{% endif %}. {{ link }}",
    ),
    "order.settled": (
        "How was the walk?",
        "{{ amount }} were paid for the walk with {{ pets }}. Rate it or leave a tip: {{ link }}",
    ),
    "order.settled.walker": (
        "You have earned {{ amount }}",
        "For the walk with {{ pets }}. Rate the owner: {{ link }}",
    ),
    "order.cancelled": (
        "The walk is cancelled",
        "The walk with {{ pets }} on {{ when }} is cancelled. Fee: {{ fee }}. {{ link }}",
    ),
    "order.expired": (
        "No walker was found",
        "Nobody was free for {{ pets }} on {{ when }}. Nothing was charged. {{ link }}",
    ),
    "order.no_show": (
        "The walk did not take place",
        "One side did not come to the walk with {{ pets }} on {{ when }}. {{ link }}",
    ),
    "order.client_awaited": (
        "Your walker is at the door",
        (
            "Your walker has come for {{ pets }} and nobody opens. "
            "Please answer by {{ until }}; after that the walk counts as missed. {{ link }}"
        ),
    ),
    "order.start_overdue": (
        "The walk has not begun",
        (
            "The walk with {{ pets }} should have begun {{ minutes }} min ago. Support knows; "
            "if nobody comes you pay nothing. {{ link }}"
        ),
    ),
    "order.start_overdue.walker": (
        "You are expected",
        (
            "The walk with {{ pets }} ({{ when }}) should have begun {{ minutes }} min ago. "
            "Start it, or give it back so that another walker can come: {{ link }}"
        ),
    ),
    "order.start_overdue.staff": (
        "A walk has not begun",
        "It is {{ minutes }} min late: {{ link }}",
    ),
    "order.payment_failed": (
        "The payment failed",
        "The walk with {{ pets }} on {{ when }} is not booked: the payment failed. {{ link }}",
    ),
    "order.disputed": (
        "There is a dispute about a walk",
        "Support looks into the walk with {{ pets }} on {{ when }}. {{ link }}",
    ),
    "order.dispute_resolved": (
        "The dispute is decided",
        "The walk with {{ pets }} on {{ when }}: {{ refund }} are refunded. {{ link }}",
    ),
    "access.revealed": (
        (
            "{% if outcome == 'opened' %}Your access notes were opened"
            "{% else %}Your access notes stayed closed{% endif %}"
        ),
        (
            "{% if outcome == 'opened' %}The walker of {{ pets }} has opened your access notes."
            "{% else %}The walker of {{ pets }} asked for your access notes and was refused."
            "{% endif %} {{ link }}"
        ),
    ),
    "alert.raised": ("Look at the walk", "An alert on the walk: {{ kind }}. {{ link }}"),
    "review.revealed": ("You have a new review", "{{ rating }} of 5. {{ link }}"),
    "payment.action_required": (
        "Confirm your payment",
        "Your bank wants you to confirm the payment by {{ until }}: {{ link }}",
    ),
    "payment.refunded": ("{{ amount }} go back to you", "Your refund is under way. {{ link }}"),
    "topup.succeeded": ("{{ amount }} are in your wallet", "Your wallet was topped up. {{ link }}"),
    "topup.failed": ("The top-up failed", "{{ amount }} did not reach your wallet. {{ link }}"),
    "tip.paid": ("A tip of {{ amount }}", "The owner thanks you. {{ link }}"),
    "payout.sent": ("{{ amount }} are on the way to you", "Your payout was sent. {{ link }}"),
    "payout.failed": (
        "The payout failed",
        "{{ amount }} could not be paid out. Check your details: {{ link }}",
    ),
    "user.suspended": (
        "Your account is suspended",
        "You cannot sign in for now. If that is wrong, appeal: {{ link }}",
    ),
    "user.reinstated": ("Your account works again", "Welcome back: {{ link }}"),
    "appeal.opened": ("An appeal waits", "Somebody contests a suspension. {{ link }}"),
    "appeal.granted": ("Your appeal was granted", "The suspension is lifted. {{ link }}"),
    "appeal.refused": ("Your appeal was refused", "The suspension stays. Read why: {{ link }}"),
    "verification.submitted": ("A verification waits", "A walker handed in documents. {{ link }}"),
    "verification.approved": (
        "You are verified",
        "Welcome among the walkers: go online to get walks. {{ link }}",
    ),
    "verification.rejected": (
        "Your documents were not accepted",
        "Look at the reason and hand them in again: {{ link }}",
    ),
    "webhook.disabled": (
        "Your webhook was switched off",
        "It has answered nothing good for three days. Mend it, then enable it: {{ link }}",
    ),
    "verification.in_review": (
        "Your documents are being looked at",
        "A reviewer has picked them up. {{ link }}",
    ),
    "verification.needs_info": (
        "We need something else from you",
        "See what is missing and hand it in: {{ link }}",
    ),
    "verification.suspended": (
        "Your verification is suspended",
        "You get no walks for now. Read why, and appeal if it is wrong: {{ link }}",
    ),
    "verification.reinstated": (
        "Your verification holds again",
        "Go online to get walks. {{ link }}",
    ),
    "verification.expiring": (
        "Your verification ends in {{ days }} d",
        "It holds until {{ on }}. Hand in new documents before that: {{ link }}",
    ),
    "verification.expired": (
        "Your verification has ended",
        "You get no walks until you are verified again: {{ link }}",
    ),
    "background_check.passed": (
        "Your background check is recorded",
        "Owners see in words what was checked. {{ link }}",
    ),
    "background_check.failed": ("Your background check was not passed", "Details: {{ link }}"),
    "background_check.revoked": ("A background check was taken back", "Details: {{ link }}"),
    "background_check.expiring": (
        "Your background check ends in {{ days }} d",
        "It holds until {{ on }}. {{ link }}",
    ),
    "background_check.expired": (
        "Your background check has ended",
        "It is not shown any more. {{ link }}",
    ),
    "pet.vaccination_due": (
        "{{ pet }}: a vaccination ends in {{ days }} d",
        "It is valid until {{ on }}. {{ link }}",
    ),
    "message.posted": ("{{ sender }} wrote to you", "There is a new message. {{ link }}"),
    "incident.reported": (
        "Something happened on the walk",
        (
            "An incident on the walk with {{ pets }} ({{ when }}) was reported. "
            "What is being done, and by when, is here: {{ link }}"
        ),
    ),
    "incident.closed": (
        "The incident is closed",
        "The incident on the walk with {{ pets }} ({{ when }}) has been dealt with: {{ link }}",
    ),
    "incident.opened": ("An incident: {{ severity }}", "It waits for support. {{ link }}"),
    "chat.reported": ("A member was reported", "The report waits for a moderator. {{ link }}"),
    "kpi.status_changed": ("{{ kpi }}: {{ status }}", "A KPI has crossed a threshold. {{ link }}"),
}
