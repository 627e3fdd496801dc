#!/bin/sh
# Makes the certificates of this folder again. They are committed so that the tests need no OpenSSL; nothing but
# the tests trusts them. They end in 2126, except the expired ones, which ended in 2020, and what client-soon rests on,
# which ends in 2100. The passphrase of client-encrypted.key is "open sesame".
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

touch "$work/index"
cat > "$work/ca.cnf" <<EOT
[ca]
default_ca = test
[test]
database = $work/index
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
EOT

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
request() { openssl req -new -key "$1" -subj "/CN=$2" -out "$work/csr"; }
sign() { # output, first day, last day, extensions, then how to sign
  out=$1 start=$2 end=$3
  printf '%b\n' "$4" > "$work/ext"
  shift 4
  openssl ca -batch -notext -config "$work/ca.cnf" -in "$work/csr" -out "$out" -startdate "$start" -enddate "$end" \
    -extfile "$work/ext" "$@" 2> /dev/null
}
from=20240101000000Z
until=21260101000000Z
leaf='basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName='

key "$work/ca.key"
request "$work/ca.key" 'Scopewatch test authority'
sign ca.pem $from $until 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign' -selfsign -keyfile "$work/ca.key"
by_ca="-cert ca.pem -keyfile $work/ca.key"

key localhost.key
request localhost.key localhost
sign localhost.pem $from $until "${leaf}DNS:localhost,IP:127.0.0.1" $by_ca

key expired.key
request expired.key localhost
sign expired.pem 20190101000000Z 20200101000000Z "${leaf}DNS:localhost,IP:127.0.0.1" $by_ca

key wrong-host.key
request wrong-host.key api.example.com
sign wrong-host.pem $from $until "${leaf}DNS:api.example.com,DNS:*.example.org" $by_ca

key self-signed.key
request self-signed.key localhost
sign self-signed.pem $from $until "${leaf}DNS:localhost,IP:127.0.0.1" -selfsign -keyfile self-signed.key

# Clients have an authority of their own.
client='basicConstraints=CA:FALSE\nextendedKeyUsage=clientAuth'

key "$work/client-ca.key"
request "$work/client-ca.key" 'Scopewatch client authority'
sign client-ca.pem $from $until 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign' -selfsign \
  -keyfile "$work/client-ca.key"
by_client_ca="-cert client-ca.pem -keyfile $work/client-ca.key"

key client.key
request client.key billing-client
sign client.pem $from $until "$client" $by_client_ca
openssl pkcs8 -topk8 -v2 aes-256-cbc -passout 'pass:open sesame' -in client.key -out client-encrypted.key

request client.key billing-client
sign client-expired.pem 20190101000000Z 20200101000000Z "$client" $by_client_ca

request client.key billing-client
sign client-stranger.pem $from $until "$client" $by_ca

# Its chain: an authority between it and the root, which ends before both.
key "$work/between.key"
request "$work/between.key" 'Scopewatch authority between'
sign "$work/between.pem" $from 21000101000000Z 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign' \
  $by_client_ca
request client.key billing-client
sign "$work/soon.pem" $from $until "$client" -cert "$work/between.pem" -keyfile "$work/between.key"
cat "$work/soon.pem" "$work/between.pem" > client-soon.pem

request "$work/client-ca.key" 'Scopewatch client authority'
sign client-ca-old.pem 20190101000000Z 20200101000000Z 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign' \
  -selfsign -keyfile "$work/client-ca.key"

openssl genrsa -out client-weak.key 1024
request client-weak.key billing-client
sign client-weak.pem $from $until "$client" $by_client_ca
