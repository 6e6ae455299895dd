// Titles of people. Only words live here; which person a word belongs to is decided in people/.

/** Titles that stand before a name, without their full stop. */
export const TITLES = `
mr mrs ms miss mx master dr doctor prof professor sir dame lord lady baroness baron rev reverend revd rev'd fr father sister
pc pcso dc ds di ps dsupt det dci dsu dcs ps wpc sgt insp supt detective constable sergeant inspector superintendent sgt. cllr councillor judge justice hhj
nurse sr sw hv mme m msgr imam rabbi sheikh pastor capt captain major colonel col lt lieutenant cpl corporal gen general pte private hon madam mmes messrs
`;
