-- A home looks for what was entered at its person's address.
CREATE INDEX registration_email ON registration (email);
