/** An entry, or the problem that says why there is none. */
const findFaq = async (service, slug, query, signal) => {
  try {
    return { faq: await service.request(`v1/faqs/${encodeURIComponent(slug)}?${query()}`, signal) };
  } catch (failure) {
    if (failure.status === 404 || failure.status === 410) return failure;
    throw failure;
  }
};

/** Which of these slugs were withdrawn: when, why, and what replaces them. */
const findWithdrawals = async (service, slugs, query, signal) => {
  const withdrawals = new Map();
  for (const slug of slugs) {
    const { status, problem } = await findFaq(service, slug, query, signal);
    if (status !== 410) continue;
    const instead = problem.replacedBy && (await findFaq(service, problem.replacedBy, query, signal)).faq;
    withdrawals.set(slug, { at: problem.withdrawnAt, reason: problem.reason, instead });
  }
  return withdrawals;
};

/** The entries of a topic, or those with the slugs, and which of the slugs on the page and in the request were withdrawn. */
export const loadAnswers = async (service, { topic, slugs }, shown, query, signal) => {
  const selection = slugs.length > 0 ? { slugs } : { topic, limit: 100 };
  const faqs = await service.list(`v1/faqs?${query({ ...selection, include: 'contacts' })}`, signal);
  const served = new Set(faqs.map(({ slug }) => slug));
  const missing = new Set([...slugs, ...shown].filter(slug => !served.has(slug)));
  const place = ({ slug }) => slugs.indexOf(slug) + 1 || slugs.length + 1; // an entry that was renamed comes last
  if (slugs.length > 0) faqs.sort((one, other) => place(one) - place(other));
  return { faqs, withdrawals: await findWithdrawals(service, missing, query, signal) };
};
