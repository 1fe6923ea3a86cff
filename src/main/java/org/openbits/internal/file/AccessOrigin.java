package org.openbits.internal.file;

import java.nio.file.Path;

/**
 * Whose owner, group and mode a published file takes, as the ACL flags of its job say.
 *
 * @param file the file it was copied from
 * @param owner whether the owner is taken
 * @param group whether the group is taken
 * @param mode whether the mode is taken
 */
public record AccessOrigin(Path file, boolean owner, boolean group, boolean mode) {}
