-- Who vouched for a person when they last came: the provider's entity id, where it is a SAML one.
ALTER TABLE external_links ADD COLUMN issuer TEXT;
