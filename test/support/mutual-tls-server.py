"""Answers HTTPS to clients with a certificate; to others it sends the alert that OpenSSL has for them, as nginx,
HAProxy and most servers do. Node's own server hangs up without a word.

usage: mutual-tls-server.py FOLDER VERSION    prints its port
"""

import http.server
import pathlib
import ssl
import sys

folder = pathlib.Path(sys.argv[1])
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder / "localhost.pem", folder / "localhost.key")
context.load_verify_locations(folder / "client-ca.pem")
context.verify_mode = ssl.CERT_REQUIRED
context.minimum_version = context.maximum_version = ssl.TLSVersion[sys.argv[2]]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = dict(part[0] for part in self.connection.getpeercert()["subject"])["commonName"]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(name.encode())

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def get_request(self):
        connection, address = super().get_request()
        return context.wrap_socket(connection, server_side=True), address


server = Server(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
