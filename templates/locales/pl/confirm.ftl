confirm-title = Potwierdź konto
confirm-bare = Wpisz otrzymany kod.
confirm-button = Potwierdź konto
confirm-back-question = To nie ten adres?
confirm-back = Wróć i popraw

confirm-user-title = Potwierdź konto
confirm-user-ask = Jedno kliknięcie i konto będzie gotowe.
confirm-user-button = Potwierdź konto
confirm-user-done-heading = Konto zostało potwierdzone
confirm-user-done = Możesz się już logować.
confirm-user-close = Możesz zamknąć tę stronę.
confirm-user-failed-heading = Ten link już nie działa
confirm-user-failed-advice = Zaloguj się nazwą użytkownika i hasłem. Potem możesz poprosić o nowy kod.
