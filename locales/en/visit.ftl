# Words the core says about a visit. The screen's own are in screen-visit.ftl.

visit-role-staff = worker
visit-role-peer = peer
visit-role-relative = relative
visit-role-other = guest
visit-nameless-staff = a worker
visit-nameless-peer = a peer
visit-nameless-relative = a relative
visit-nameless-other = a guest

visit-wish-new-line = New line
visit-wish-rewrite = Other words for a line
visit-wish-order = Another place for a line
visit-wish-link = A tool or a person for a line
