confirm-title = Potvrďte svůj účet
confirm-bare = Zadejte kód, který jste dostali.
confirm-button = Potvrdit účet
confirm-back-question = Špatná adresa?
confirm-back = Vrátit se a opravit ji

confirm-user-title = Potvrďte svůj účet
confirm-user-ask = Stačí jedno kliknutí a účet můžete začít používat.
confirm-user-button = Potvrdit můj účet
confirm-user-done-heading = Váš účet je potvrzený
confirm-user-done = Od této chvíle se můžete přihlašovat.
confirm-user-close = Tuto stránku můžete zavřít.
confirm-user-failed-heading = Tento odkaz už neplatí
confirm-user-failed-advice = Přihlaste se uživatelským jménem a heslem. Potom si můžete vyžádat nový kód.
