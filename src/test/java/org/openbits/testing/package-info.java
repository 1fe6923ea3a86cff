/**
 * What tests of every module share: real servers on loopback, and servers with named faults.
 *
 * <p>Start at {@link org.openbits.testing.Nginx} and {@link org.openbits.testing.FaultyServer}.
 */
package org.openbits.testing;
