# The development server's gallery of themes.
themes-title = Themes
themes-text = Every page in every state, as people would see it. A saved theme or template is here at the next look.
themes-theme = Theme
themes-language = Language
themes-mode = Light or dark
themes-page = Page
themes-width = Width
themes-show = Show
themes-all-pages = All pages
themes-mode-auto = As the theme says
themes-mode-light = Light
themes-mode-dark = Dark
themes-width-phone = Phone
themes-width-desktop = Desktop
