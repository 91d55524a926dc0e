/** What the programme office does to keep the service going. */
package kz.qadam.enrolment.operations;
