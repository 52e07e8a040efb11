/** @jsxImportSource preact */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import './fc-faq.mjs';

const Answers = ({ api }: { api: string }) => {
  const [count, setCount] = useState(0);
  return (
    <>
      <p>{count} entries</p>
      <fc-faq api={api} topic="freedom-cities" heading="3" search={false} class="wide" onfc-load={event => setCount(event.detail.count)} />
    </>
  );
};

render(<Answers api={document.documentElement.dataset.api!} />, document.querySelector('#app')!);

// What the types refuse.
export const mistakes = () => (
  <>
    {/* @ts-expect-error */}
    <fc-faq theme="blue" />
    {/* @ts-expect-error */}
    <fc-faq onfc-load={event => event.detail.words} />
  </>
);
