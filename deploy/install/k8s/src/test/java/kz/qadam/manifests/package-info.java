/**
 * Checks the manifests of {@code deploy/install/k8s} as strictly as can be without an API server: their form, what they
 * refer to, what the code needs, and that broken ones are refused.
 */
package kz.qadam.manifests;
