package org.aludel.orm.growing;

import org.aludel.orm.mapping.DeclarativeBase;

/** Three hierarchies, each with other tables, whose classes have expressions as attributes. */
public abstract class GrowingBase extends DeclarativeBase {}
