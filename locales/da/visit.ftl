# Words the core says about a visit. The screen's own are in screen-visit.ftl.

visit-role-staff = medarbejder
visit-role-peer = peer
visit-role-relative = pårørende
visit-role-other = gæst
visit-nameless-staff = en medarbejder
visit-nameless-peer = en peer
visit-nameless-relative = en pårørende
visit-nameless-other = en gæst

visit-wish-new-line = Ny linje
visit-wish-rewrite = Andre ord til en linje
visit-wish-order = Et andet sted til en linje
visit-wish-link = Et redskab eller en person til en linje
