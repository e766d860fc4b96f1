# Creating an account.
sign-up-title = Create your account
sign-up-button = Create account
sign-up-login-question = Already have an account?
sign-up-login = Sign in

attribute-address = Address
attribute-birthdate = Date of birth
attribute-email = E-mail address
attribute-family-name = Last name
attribute-gender = Gender
attribute-given-name = First name
attribute-locale = Language
attribute-middle-name = Middle name
attribute-name = Full name
attribute-nickname = Nickname
attribute-phone-number = Phone number
attribute-picture = Address of a picture of you
attribute-preferred-username = Preferred user name
attribute-profile = Address of your profile page
attribute-website = Website
attribute-zoneinfo = Time zone
