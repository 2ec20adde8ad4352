"""Router: page configuration, access, the shared selection and the pages. No data."""

from indicators.screens import access, as_of, frame, menu, selection, waiting

frame.configure()
access.require_viewing()
snapshot = frame.require_warehouse(to_writer=access.may_write())

entry, page = menu.choose()
chosen = selection.choose(snapshot)
waiting.notice(chosen)
access.show_account()
as_of.banner(chosen.as_of, empty=chosen.state.changed_at is None)
if access.admits(entry, chosen):
    page.run()
frame.footer(chosen)
selection.write_address(chosen)
