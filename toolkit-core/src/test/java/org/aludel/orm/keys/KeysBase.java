package org.aludel.orm.keys;

import org.aludel.orm.mapping.DeclarativeBase;

/** Classes with natural keys. */
public abstract class KeysBase extends DeclarativeBase {}
