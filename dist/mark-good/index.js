require('../start.js').start('mark-good');
