/**
 * What tests of every module share: real servers on loopback, and servers with named faults.
 *
 * <p>Start at {@link org.openbits.testing.Nginx}.
 */
package org.openbits.testing;
