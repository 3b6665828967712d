/** Engines by settings as text. Read {@link org.aludel.engine.setting.EngineSettings}. */
@NullMarked
package org.aludel.engine.setting;

import org.jspecify.annotations.NullMarked;
