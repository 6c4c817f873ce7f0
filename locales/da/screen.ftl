app-name = Holdepunkt
