"""Authlib: its Flask integration as an application, its session as a script, its JOSE as a verifier."""

import os
import unittest
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

SERVER = os.environ.get("VESTIBULE_URL", "http://localhost:9400")
ISSUER = os.environ.get("VESTIBULE_ISSUER", f"{SERVER}/us-east-1_Demo00001")
if ISSUER.startswith("http:"):
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import MismatchingStateError, OAuthError
from authlib.integrations.flask_client import OAuth
from authlib.integrations.requests_client import OAuth2Session
from flask import Flask, jsonify
from joserfc import jwt
from joserfc.errors import BadSignatureError, JoseError
from joserfc.jwk import KeySet

METADATA_URL = f"{ISSUER}/.well-known/openid-configuration"
CALLBACK = "http://127.0.0.1:9877/callback"
CONFIDENTIAL = ("demoserver", "demoServerSecretLocalUseOnly0123456789abcdef")
MACHINE = ("demomachine", "demoMachineSecretLocalUseOnly0123456789abcdef")
SCOPE = "openid email profile"


class Form(HTMLParser):
    """The form that holds a given button."""

    def __init__(self, page, button):
        super().__init__()
        self.button, self.found, self.current = button, None, None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.current = {"action": attributes["action"], "fields": {}}
        elif tag in ("input", "button") and self.current and attributes.get("name"):
            if tag == "input":
                self.current["fields"][attributes["name"]] = attributes.get("value") or ""
            elif attributes["name"] == self.button:
                self.current["fields"][self.button] = attributes.get("value") or ""
                self.found = self.current


def sign_in(address, until, username="ada@example.com", password="Correct-Horse-7"):
    """Drives the pages from an authorization request to the application's callback."""
    with requests.Session() as browser:
        response = browser.get(address, allow_redirects=False)
        while True:
            if response.is_redirect:
                address = urljoin(response.url, response.headers["location"])
                if address.startswith(until):
                    return address
                response = browser.get(address, allow_redirects=False)
                continue
            form = Form(response.text, "signInSubmitButton").found
            assert form, f"{response.status_code} at {urlsplit(response.url).path} is no sign-in page"
            fields = form["fields"] | {"username": username, "password": password}
            response = browser.post(urljoin(response.url, form["action"]), data=fields, allow_redirects=False)
            assert response.is_redirect, f"signing in answered {response.status_code}"


def with_parameter(address, name, value):
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query)) | {name: value}
    return urlunsplit(parts._replace(query=urlencode(query)))


def tampered(token):
    header, payload, signature = token.split(".")
    return ".".join([header, payload[:-2] + ("AA" if payload[-2:] != "AA" else "BB"), signature])


class FlaskApplication(unittest.TestCase):
    """The integration that most Python web applications use."""

    def setUp(self):
        self.app = Flask(__name__)
        self.app.secret_key = "only for this test"
        oauth = OAuth(self.app)
        self.server = oauth.register(
            "vestibule",
            client_id=CONFIDENTIAL[0],
            client_secret=CONFIDENTIAL[1],
            server_metadata_url=METADATA_URL,
            client_kwargs={"scope": SCOPE, "code_challenge_method": "S256"},
        )
        self.app.add_url_rule("/login", "login", lambda: self.server.authorize_redirect(CALLBACK))
        self.app.add_url_rule("/callback", "callback", self.callback)
        self.app.testing = True
        self.browser = self.app.test_client()

    def callback(self):
        token = self.server.authorize_access_token()
        user_info = self.server.userinfo(token=token)
        return jsonify(claims=token["userinfo"], user_info=user_info)

    def arrive(self):
        response = self.browser.get("/login")
        return sign_in(response.headers["location"], CALLBACK)

    def open_callback(self, address):
        parts = urlsplit(address)
        return self.browser.get(f"{parts.path}?{parts.query}")

    def change_what_the_application_remembers(self, **changes):
        with self.browser.session_transaction() as remembered:
            key = next(key for key in remembered if key.startswith("_state_vestibule_"))
            remembered[key] = remembered[key] | {"data": remembered[key]["data"] | changes}

    def test_signs_in(self):
        answer = self.open_callback(self.arrive()).get_json()
        self.assertEqual(answer["claims"]["iss"], ISSUER)
        self.assertEqual(answer["claims"]["email"], "ada@example.com")
        self.assertIs(answer["claims"]["email_verified"], True)
        self.assertEqual(answer["user_info"]["sub"], answer["claims"]["sub"])

    def test_refuses_a_foreign_state(self):
        with self.assertRaises(MismatchingStateError):
            self.open_callback(with_parameter(self.arrive(), "state", "forged"))

    def test_refuses_a_foreign_nonce(self):
        arrived = self.arrive()
        self.change_what_the_application_remembers(nonce=generate_token(20))
        with self.assertRaisesRegex((JoseError, OAuthError), "nonce"):
            self.open_callback(arrived)

    def test_a_foreign_verifier_is_refused(self):
        arrived = self.arrive()
        self.change_what_the_application_remembers(code_verifier=generate_token(48))
        with self.assertRaises(OAuthError) as refused:
            self.open_callback(arrived)
        self.assertEqual(refused.exception.error, "invalid_grant")


class Script(unittest.TestCase):
    """The session for scripts, with each way of client authentication."""

    @classmethod
    def setUpClass(cls):
        cls.metadata = requests.get(METADATA_URL).json()
        cls.keys = KeySet.import_key_set(requests.get(cls.metadata["jwks_uri"]).json())

    def run_flow(self, client_id, client_secret, method):
        client = OAuth2Session(
            client_id,
            client_secret,
            scope=SCOPE,
            redirect_uri=CALLBACK,
            token_endpoint_auth_method=method,
            code_challenge_method="S256",
        )
        verifier, nonce = generate_token(48), generate_token(20)
        address, state = client.create_authorization_url(
            self.metadata["authorization_endpoint"], code_verifier=verifier, nonce=nonce
        )
        arrived = sign_in(address, CALLBACK)
        token = client.fetch_token(
            self.metadata["token_endpoint"], authorization_response=arrived, state=state, code_verifier=verifier
        )
        claims = jwt.decode(token["id_token"], self.keys).claims
        registry = jwt.JWTClaimsRegistry(
            iss={"essential": True, "value": ISSUER},
            aud={"essential": True, "value": client_id},
            nonce={"essential": True, "value": nonce},
            exp={"essential": True},
        )
        registry.validate(claims)
        self.assertEqual(jwt.decode(token["access_token"], self.keys).claims["token_use"], "access")
        with self.assertRaises(BadSignatureError):
            jwt.decode(tampered(token["id_token"]), self.keys)
        user_info = client.get(self.metadata["userinfo_endpoint"]).json()
        self.assertEqual(user_info["sub"], claims["sub"])
        refreshed = client.refresh_token(self.metadata["token_endpoint"], refresh_token=token["refresh_token"])
        self.assertEqual(jwt.decode(refreshed["id_token"], self.keys).claims["sub"], claims["sub"])
        self.assertNotEqual(refreshed["access_token"], token["access_token"])

    def test_client_secret_basic(self):
        self.run_flow(*CONFIDENTIAL, "client_secret_basic")

    def test_client_secret_post(self):
        self.run_flow(*CONFIDENTIAL, "client_secret_post")

    def test_public(self):
        self.run_flow("demoweb", None, "none")

    def test_machine(self):
        client = OAuth2Session(*MACHINE, scope="demo/read")
        token = client.fetch_token(self.metadata["token_endpoint"], grant_type="client_credentials")
        self.assertEqual(jwt.decode(token["access_token"], self.keys).claims["scope"], "demo/read")

    def test_a_wrong_secret_is_refused(self):
        client = OAuth2Session(MACHINE[0], "wrong", scope="demo/read")
        with self.assertRaises(OAuthError) as refused:
            client.fetch_token(self.metadata["token_endpoint"], grant_type="client_credentials")
        self.assertEqual(refused.exception.error, "invalid_client")


if __name__ == "__main__":
    unittest.main()
