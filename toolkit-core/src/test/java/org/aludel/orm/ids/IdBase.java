package org.aludel.orm.ids;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes whose ids are objects. */
public abstract class IdBase extends DeclarativeBase {}
