package kz.qadam.local;

import kz.qadam.front.Ingress;

/** {@code deploy/install/k8s/routes}: prints the Ingress of the one host. */
final class IngressFront {

    private IngressFront() {}

    public static void main(String[] arguments) {
        System.out.print(Ingress.manifest());
    }
}
