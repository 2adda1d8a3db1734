package org.culvert.lab;

import java.nio.file.Path;

/** Certificates and keys of the laboratory, made by openssl and openvpn. */
final class Pki {
    private Pki() {}

    static void make(Path folder) {
        Shell.bash(
                        """
                        set -e
                        mkdir -p %s && cd %1$s
                        authority() {
                            openssl ecparam -name prime256v1 -genkey -noout -out $1.key
                            openssl req -x509 -new -key $1.key -sha256 -days 30 -subj "/CN=$2" \
                                -addext keyUsage=critical,keyCertSign,cRLSign -out $1.crt
                        }
                        signed() {
                            openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
                                -keyout $1.key -subj "/CN=$1" -out $1.csr
                            printf 'keyUsage=critical,digitalSignature\\nextendedKeyUsage=%%s\\n' $2 > $1.ext
                            openssl x509 -req -in $1.csr -CA ca.crt -CAkey ca.key -CAcreateserial \
                                -sha256 -days 30 -extfile $1.ext -out $1.crt
                        }
                        authority ca 'Lab CA'
                        authority other 'Other CA'
                        signed server serverAuth
                        signed client clientAuth
                        signed wrong clientAuth
                        openssl req -new -newkey rsa:2048 -nodes -keyout rsa.key -subj /CN=rsa -out rsa.csr
                        printf 'keyUsage=critical,digitalSignature\\nextendedKeyUsage=serverAuth\\n' > rsa.ext
                        openssl x509 -req -in rsa.csr -CA ca.crt -CAkey ca.key -CAcreateserial -sha256 \
                            -days 30 -extfile rsa.ext -out rsa.crt
                        mkdir -p old && touch old/index && echo 01 > old/serial
                        openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
                            -keyout expired.key -subj /CN=server -out expired.csr
                        printf '[ca]\\ndefault_ca=x\\n[x]\\ndatabase=old/index\\nserial=old/serial\\nnew_certs_dir=old\\npolicy=p\\ndefault_md=sha256\\n[p]\\ncommonName=supplied\\n' > old.cnf
                        openssl ca -batch -config old.cnf -cert ca.crt -keyfile ca.key -in expired.csr \
                            -startdate 20200101000000Z -enddate 20210101000000Z -extfile server.ext \
                            -out expired.crt -notext
                        openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes \
                            -keyout bygone.key -subj /CN=bygone -out bygone.csr
                        openssl ca -batch -config old.cnf -cert ca.crt -keyfile ca.key -in bygone.csr \
                            -startdate 20200101000000Z -enddate 20210101000000Z -extfile client.ext \
                            -out bygone.crt -notext
                        openssl pkcs8 -topk8 -v2 aes-256-cbc -passout pass:sesame -in client.key -out locked.key
                        openvpn --genkey secret extra.key
                        openvpn --genkey secret foreign.key
                        openvpn --genkey tls-crypt-v2-server v2-server.key
                        openvpn --tls-crypt-v2 v2-server.key --genkey tls-crypt-v2-client v2-client.key
                        chmod -R a+rX .
                        """
                                .formatted(folder))
                .must();
    }
}
