import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import './fc-faq.mjs';

const Answers = ({ api }: { api: string }) => {
  const [count, setCount] = useState(0);
  return (
    <>
      <p>{count} entries</p>
      <fc-faq api={api} topic="freedom-cities" heading={2} search single={false} onfc-load={event => setCount(event.detail.count)} />
    </>
  );
};

createRoot(document.querySelector('#app')!).render(<Answers api={document.documentElement.dataset.api!} />);

// What the types refuse.
export const mistakes = () => (
  <>
    {/* @ts-expect-error */}
    <fc-faq theme="blue" />
    {/* @ts-expect-error */}
    <fc-faq heading={1} />
  </>
);
