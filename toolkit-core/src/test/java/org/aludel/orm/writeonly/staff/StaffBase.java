package org.aludel.orm.writeonly.staff;

import org.aludel.orm.mapping.DeclarativeBase;

/** Hierarchies, composite keys and references to themselves, with what is never loaded. */
public abstract class StaffBase extends DeclarativeBase {}
