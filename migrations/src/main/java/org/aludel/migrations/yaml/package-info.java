/**
 * YAML read strictly and written predictably: every node knows its place in the file, scalars stay
 * the text that was written, and text is quoted exactly where YAML 1.1 would take it for something
 * else. Read {@link org.aludel.migrations.yaml.YamlReader} first, then {@link
 * org.aludel.migrations.yaml.YamlScalars}. The only package that knows SnakeYAML; knows nothing of
 * revisions or settings.
 */
@NullMarked
package org.aludel.migrations.yaml;

import org.jspecify.annotations.NullMarked;
