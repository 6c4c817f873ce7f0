# A visit on the screen: beginning it, writing together, proposals, the end, and the record.

over-time = Over tid
visits = Besøg
visits-lead = Her kan du skrive sammen med en, du er tryg ved. Du bestemmer, hvad din gæst ser. Og intet af det, din gæst skriver, kommer med, før du siger ja.
visits-none = Der har ikke været besøg i bogen endnu. Du kan begynde, når der sidder en ved siden af dig.
visit-begin = Begynd et besøg
visit-waits = Besøget er sat på pause. I kan gå videre, hvor I slap.
visit-resume = Gå videre med besøget
visit-look = Se alt om besøget
visit-with = Med { $people }
visit-saw = I så på: { $chapters }
visit-saw-nothing = Ingen kapitler var åbne.
visit-taken =
    { $count ->
        [0] Ingen forslag er taget med.
        [one] Ét forslag er taget med.
       *[other] { $count } forslag er taget med.
    }

visit-start-lead = Sæt jer ved siden af hinanden, så I begge kan se. Du kan springe alt over.
visit-who = Hvem er her?
visit-name = Navn
visit-name-hint = Navnet må gerne mangle.
visit-role = Hvem er det for dig?
visit-pick-staff = En medarbejder
visit-pick-peer = En peer med egne erfaringer
visit-pick-relative = En pårørende
visit-pick-other = En anden
visit-known = Har været her før
visit-one-more = Der er en mere
visit-not-here = Ikke her i dag
visit-open = Hvad åbner du i dag?
visit-open-lead = Resten er lukket, til besøget er slut. Det er ikke bare gemt væk: det er slet ikke på skærmen. Linjer med »kun mig« er altid lukket.
visit-open-people = Personer og telefonnumre hører til kriseplanen. De ses kun, når den er åben.
visit-agenda = Hvad vil du have ud af det?
visit-agenda-hint = Et par ord er nok.
visit-start = Begynd besøget
visit-save-open = Gem, hvad der er åbent
visit-open-more-lead = Så kan den, du har besøg af, se mere af din bog.

visit-now = Besøg
visit-now-nobody = Besøg
visit-open-now = Åbent nu:
visit-open-none = Intet er åbent. I kan tale sammen.
visit-who-writes = Hvem skriver nu?
visit-i-write = Jeg skriver
visit-they-write = { $name } skriver
visit-pen-theirs = { $name } har pennen og skriver forslag. Du svarer, når du har den igen.
visit-pen-mine = Du har pennen.
visit-key-pen = Giv pennen videre i et besøg
visit-talk = Spørgsmål
visit-change-open = Åbn eller luk kapitler
visit-pause = Hold pause
visit-pause-lead = Så er hele din bog her igen. I kan gå videre senere.
visit-theirs = Noget er ikke kommet med
visit-theirs-lead = Bogen kunne ikke gemme det her. Det er væk, når pennen er lagt. I kan gå tilbage og skrive det om, eller kopiere ordene nu.
visit-theirs-from = { $name } skrev det.
visit-theirs-back = Gå tilbage
visit-theirs-on = Gå videre uden
visit-to-end = Slut af
visit-secret-lead = Skriv din adgangssætning. Så ved vi, at det er dig.
visit-take-pen-first = Tag selv pennen først.

visit-talk-lead = Brug det, der passer. Resten kan I lade ligge.
visit-talk-first = Et første besøg på 45 minutter
visit-talk-minutes = { $minutes } min.
visit-talk-goals = Otte spørgsmål om drømme
visit-ask-like-this = Spørg sådan
visit-rather-not = Helst ikke sådan
visit-your-agenda = Det vil du have ud af det

proposals = Forslag
proposals-lead = Det her har andre foreslået. Det er ikke med i din plan, før du siger ja. Du kan også bare lade det ligge.
proposals-none = Der ligger ingen forslag. Når en anden skriver i et besøg, finder du det her.
proposals-more = Vis flere
proposals-shown = Du ser { $shown } af { $total }.
proposals-all =
    { $count ->
        [one] Tag forslaget med
       *[other] Tag alle { $count } med
    }
proposals-all-note = De, der er skrevet om siden, bliver liggende.
proposal-from = { $name } foreslår
proposal-for-page = Til siden { $page }
proposal-go = Gå til siden
proposal-yes = Ja, tag det med
proposal-own = Med mine egne ord
proposal-no = Nej tak
proposal-own-save = Gem mine ord
proposal-own-label = Sådan siger jeg det
proposal-own-because = Fordi (hvis du vil)
proposal-own-left = Dine egne ord
proposal-own-left-lead = Du var i gang med dem. Forslaget venter ikke længere. Du kan kopiere ordene herfra.
proposal-own-left-fine = Slip ordene
proposal-never-mind = Lad være
proposal-note-yes = Forslaget er taget med.
proposal-note-all = Forslagene er taget med.
proposal-then = Dengang
proposal-now = Nu
proposal-proposed = Forslag
proposal-stale = Du har skrevet noget andet her, siden forslaget blev lavet. Se dem ved siden af hinanden.
proposal-use = Brug forslaget
proposal-keep = Behold det, der står nu
proposal-gone = Det, forslaget handlede om, er her ikke mere.
proposal-let-go = Lad det gå
proposal-new-line = En ny linje
proposal-rewrite = Andre ord til din linje
proposal-order-first = Flyt »{ $text }« op som den første
proposal-order-last = Flyt »{ $text }« ned som den sidste
proposal-order-after = Flyt »{ $text }«, så den står efter »{ $other }«
proposal-link = Vis »{ $other }« ved »{ $text }«
proposal-person-new = En ny person
proposal-person-change = Nye ord om en person
proposal-added = (nyt)
proposal-removed = (væk)

perspective-first = Dine egne ord
perspective-second = Sådan tror vi, det er indefra
perspective-third = Sådan ser det ud udefra
perspective-legend = Hvordan er det set?
perspective-pick-first = Jeg skriver ned, hvad du siger
perspective-pick-second = Jeg prøver at se det indefra
perspective-pick-third = Jeg ser det udefra

suggest-line = Foreslå en linje
suggest-words = Foreslå andre ord
suggest-up = Foreslå at flytte den op
suggest-down = Foreslå at flytte den ned
suggest-link = Foreslå et redskab eller en person
suggest-person = Foreslå en person
suggest-text = Forslag
suggest-because = Fordi (hvis du vil)
suggest-waits = Dit forslag. Det venter på et ja.
suggest-take-back = Tag forslaget tilbage
suggest-du-test = Ville du sige det sådan til personen selv?
suggest-du-yes = Ja, netop sådan
suggest-du-rewrite = Jeg skriver det om
suggest-pick-link = Hvad hører til linjen?

adopted = Forslag fra { $name } · du sagde ja
adopted-rewritten = Forslag fra { $name } · du har skrevet i det
adopted-own = Efter et forslag fra { $name } · dine ord
only-my-words = Vis kun mine egne ord
only-my-words-on = Du ser kun dine egne ord. Resten er her stadig.

visit-end = Slut af
visit-end-lead = Tag det, I har brug for. Alt kan stå tomt.
visit-agreed = Det blev vi enige om
visit-agreed-hint = Med jeres egne ord.
visit-tasks = Hvem gør hvad?
visit-task = Hvad
visit-task-who = Hvem
visit-task-me = Jeg
visit-task-you = Dig, der er på besøg
visit-task-others = Andre
visit-task-name = Navn
visit-task-due = Senest
visit-task-done = Det er gjort
visit-task-add = Skriv en aftale
visit-task-remove = Fjern aftalen
visit-task-by = Skrevet af { $name }
visit-private = Det her bliver i bogen
visit-private-hint = Det kommer ikke med på arket.
visit-next = Næste gang
visit-next-day = Dag
visit-next-note = Hvor, hvornår og hvad
visit-rate = Hvordan var det for dig?
visit-rate-lead = 0 er slet ikke, 10 er helt og holdent. Du kan springe over.
visit-rate-none = Ikke svaret endnu
visit-support = Støtte fra min fagprofessionelle
visit-support-lead = Fem sætninger om samarbejdet, ikke om dig.
visit-support-source = Kilde: Brief INSPIRE-O, som den står i oplægget »Borgeren som erfarings-ekspert« (2021).
visit-support-0 = Slet ikke
visit-support-1 = Lidt
visit-support-2 = I nogen grad
visit-support-3 = En hel del
visit-support-4 = Rigtig meget
visit-support-over-time = Støtte fra min fagprofessionelle over tid
visit-support-about = Tallet går fra 0 til 100. Det siger noget om støtten den dag. Intet tal er godt eller dårligt i sig selv.
visit-support-day = Dag
visit-support-value = Støtte
visit-support-people = Med
visit-reflect = Ti spørgsmål til den, der er på besøg
visit-reflect-lead = Tal om et par af dem. De er til dig, der hjælper, og svarene gemmes ikke.
visit-reflect-keep = Vi vil gerne gemme svarene
visit-reflect-source = Efter Shepherd, Boardman og Slade (2008), med vores ord.
visit-finish = Besøget er slut
visit-finish-lead = Så er hele din bog her igen.
visit-summary = Et ark om besøget
visit-summary-lead = Ét ark med det, I blev enige om. Intet andet fra bogen står på det.
visit-summary-show = Vis arket
visit-summary-save = Gem arket

visit-record-lead = Kun du ser denne side.
visit-record-proposed = Det blev foreslået
visit-state-open = venter
visit-state-accepted = taget med
visit-state-own-words = taget med, i dine ord
visit-state-declined = ikke taget med
visit-record-none = Der blev ikke foreslået noget.
visit-record-save = Gem alt om besøget som fil
visit-erase = Slet besøget for altid
visit-erase-lead = Alt om besøget forsvinder, også det, der blev foreslået. Linjer, du har sagt ja til, bliver. Det kan ikke fortrydes.
visit-erase-sure = Ja, slet det for altid
visit-erased = Besøget er slettet.
visit-rated = Sådan var det for dig

coming-title = Det aftalte I
coming-due = senest { $day }
coming-other = { $name } gør det
